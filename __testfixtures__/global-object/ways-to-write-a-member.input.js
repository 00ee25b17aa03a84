const KEY = 'last-visit';

chrome.tabs.onCreated.addListener((tab) => {
  window['count'] = (window?.count ?? 0) + 1;
  window[KEY] = tab.id;
  window.count++;
  delete window.draft;
  if ('draft' in window || !('fetch' in window)) return;
  [window.first, window.second] = [tab.id, tab.index];
  const { count, draft = 'none', crypto: { subtle } } = window;
  console.log(new window.URL(tab.url).host, `${window.count} ${count} ${draft}`, subtle, typeof window.browser);
  (window).list = [...window.list, window.tag`a${1}`];
  if (window.hasOwnProperty('count')) console.log(window.self.count);
});
