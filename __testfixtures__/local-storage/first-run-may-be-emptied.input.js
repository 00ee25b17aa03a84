if (!localStorage.greeting) {
  localStorage.greeting = 'hello';
  chrome.tabs.create({ url: 'welcome.html' });
}
chrome.runtime.onMessage.addListener((message) => {
  localStorage.greeting = message.greeting;
});
