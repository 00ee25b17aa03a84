const theme = localStorage['theme'] || 'light';
sessionStorage.setItem('theme', theme);

window.addEventListener('storage', (event) => console.log(event.key));

chrome.browserAction.onClicked.addListener(() => {
  if (document.cookie.includes('seen')) return;
  webkitRequestFileSystem(window.TEMPORARY, 1024, console.log);
  const old = openDatabase('old', '1', 'old notes', 1000);
  old.transaction(console.log);
});
