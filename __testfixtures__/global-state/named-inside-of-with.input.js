var count = 0;
const app = { other: 1 };
chrome.tabs.onCreated.addListener(() => {
  with (app) {
    count++;
    other = 3;
  }
});
chrome.action.onClicked.addListener(() => console.log(count, app.other));
