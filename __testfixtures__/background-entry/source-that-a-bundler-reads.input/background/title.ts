export const title = 'Fixture';
