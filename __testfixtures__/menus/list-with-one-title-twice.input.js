const marks = [{ title: 'Mark', color: 'red' }, { title: 'Mark', color: 'red' }];

for (const mark of marks) chrome.contextMenus.create({ title: mark.title, onclick: () => console.log(mark.color) });
