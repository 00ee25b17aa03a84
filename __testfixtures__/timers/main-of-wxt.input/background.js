export default defineBackground(() => {
  setInterval(() => {
    chrome.tabs.query({}, (tabs) => console.log(tabs.length));
  }, 10 * 60 * 1000);
});
