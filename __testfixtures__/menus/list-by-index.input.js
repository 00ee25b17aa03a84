const levels = [{ level: 1 }, { level: 2 }];

levels.forEach((one, index) => {
  const label = `${index + 1}: ${one.level}`;
  chrome.contextMenus.create({ title: label, onclick: () => console.log(label) });
});
