function idOf() {
  if (!localStorage.hasOwnProperty('id')) localStorage.id = 'id' + Date.now();
  return localStorage.id;
}
chrome.tabs.onCreated.addListener(() => console.log(idOf()));
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(idOf());
});
