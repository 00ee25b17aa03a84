function greet() {
  const name = localStorage.getItem('name');
  return `${localStorage.greeting || 'Hello'}${name === null ? '' : `, ${name}`}`;
}

chrome.browserAction.onClicked.addListener(() => {
  localStorage.rings = Number(localStorage.rings || 0) + 1;
  chrome.browserAction.setTitle({ title: `${greet()}: ${localStorage.rings}` });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'greet') sendResponse(greet());
});
