import 'jest-webextension-mock';

test('opens', ({ context }) => {
  const [page] = context.backgroundPages();
  expect(page).toBeDefined();
});
