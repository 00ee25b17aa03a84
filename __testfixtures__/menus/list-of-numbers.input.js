let quiet = 0;

function snooze(minutes) {
  quiet = minutes;
  chrome.tabs.create({ url: `quiet.html?${quiet}` });
}

const parent = chrome.contextMenus.create({ title: 'Snooze', contexts: ['page'] });
[15, 30, 60].forEach((min) => {
  chrome.contextMenus.create({ title: `${min} minutes`, parentId: parent, contexts: ['page'], onclick: () => { snooze(min); } });
});
