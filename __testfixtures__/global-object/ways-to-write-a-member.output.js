const KEY = 'last-visit';

chrome.tabs.onCreated.addListener((tab) => {
  self['count'] = (self?.count ?? 0) + 1;
  self[KEY] = tab.id;
  self.count++;
  delete self.draft;
  if ('draft' in self || !('fetch' in self)) return;
  [self.first, self.second] = [tab.id, tab.index];
  const { count, draft = 'none', crypto: { subtle } } = self;
  console.log(new self.URL(tab.url).host, `${self.count} ${count} ${draft}`, subtle, typeof self.browser);
  (self).list = [...self.list, self.tag`a${1}`];
  if (self.hasOwnProperty('count')) console.log(self.self.count);
});
