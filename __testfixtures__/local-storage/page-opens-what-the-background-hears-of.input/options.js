document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
  chrome.tabs.create({ url: 'https://example.com/' });
});
