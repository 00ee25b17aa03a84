const titles = [{ title: 'First' }, { title: 'Second' }];

titles.forEach((one, index) => {
  const label = `${index + 1}: ${one.title}`;
  chrome.contextMenus.create({ id: one.title, title: label, onclick: () => console.log(label) });
});
