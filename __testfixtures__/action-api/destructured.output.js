const { action: browserAction, tabs } = chrome;
const { action: button } = window.chrome;
const { action: { setTitle, getTitle = () => {} } } = chrome;
let badge;
({ action: badge } = chrome);

browserAction.setBadgeText({ text: '1' });
button.setBadgeText({ text: '2' });
badge.setBadgeText({ text: '3' });
setTitle({ title: 'Ready' });
tabs.onRemoved.addListener(() => getTitle({}, console.log));
