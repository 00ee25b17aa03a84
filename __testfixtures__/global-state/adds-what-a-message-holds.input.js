let total = 0;
chrome.runtime.onMessage.addListener((message) => {
  total += message.value;
  console.log(String(total));
});
