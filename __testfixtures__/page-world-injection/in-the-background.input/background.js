const script = document.createElement('script');
script.textContent = 'window.hooked = true';

chrome.action.onClicked.addListener((tab) => {
  chrome.scripting.executeScript({ target: { tabId: tab.id }, func: hook });
});

function hook() {
  const script = document.createElement('script');
  script.innerHTML = 'window.hooked = true';
  document.head.append(script);
}
