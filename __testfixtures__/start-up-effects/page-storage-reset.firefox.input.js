localStorage.count = 0;
window.localStorage.setItem('mode', 'light');
delete localStorage['last'];
reset();

function reset() {
  localStorage.removeItem('title');
}

browser.tabs.onCreated.addListener((tab) => {
  localStorage.count++;
  localStorage.setItem('mode', 'dark');
  localStorage['last'] = tab.id;
  localStorage.title = tab.title;
});
