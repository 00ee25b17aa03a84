import { title } from './title';

chrome.action.onClicked.addListener(() => {
  chrome.notifications.create({ type: 'basic', iconUrl: 'icons/128.png', title, message: 'Done' });
});
