localStorage.version = '2';
localStorage.started = Date.now();
localStorage.count = localStorage.count || 0;
if (!localStorage.mode) localStorage.mode = 'light';
if (localStorage.getItem('last') === null) localStorage.setItem('last', '');
if (!('title' in localStorage)) localStorage.title = '';
localStorage.removeItem('old');

browser.runtime.onInstalled.addListener(() => {
  localStorage.size = 1;
});

browser.tabs.onCreated.addListener((tab) => {
  localStorage.count++;
  localStorage.mode = 'dark';
  localStorage.setItem('last', tab.id);
  localStorage.title = tab.title;
  localStorage.size = 2;
});
