export default defineBackground(() => {
  browser.runtime.onMessage.addListener((message) => console.log(message));
});
