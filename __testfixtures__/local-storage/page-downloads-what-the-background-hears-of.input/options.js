document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
  chrome.downloads.download({ url: 'https://example.com/' });
});
