chrome.tabs.onCreated.addListener(() => {
  console.log(window.location.href, window.location.search, window.location);
  window.location.reload();
  window.location = 'a.html';
  if (window.location.pathname === '/background.html') console.log('background');
});
