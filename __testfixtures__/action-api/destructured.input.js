const { browserAction, tabs } = chrome;
const { browserAction: button } = window.chrome;
const { browserAction: { setTitle, getTitle = () => {} } } = chrome;
let badge;
({ browserAction: badge } = chrome);

browserAction.setBadgeText({ text: '1' });
button.setBadgeText({ text: '2' });
badge.setBadgeText({ text: '3' });
setTitle({ title: 'Ready' });
tabs.onRemoved.addListener(() => getTitle({}, console.log));
