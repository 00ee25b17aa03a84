import Notice from './notice';

chrome.runtime.onMessage.addListener((text: string) => {
  const notice: Notice = new Notice();
  notice.text = text;
  notice.show();
});
