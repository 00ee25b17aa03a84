document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
  chrome.tabs.getCurrent((tab) => chrome.tabs.remove(tab.id));
});
