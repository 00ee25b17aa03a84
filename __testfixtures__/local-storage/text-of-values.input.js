chrome.tabs.onCreated.addListener((tab) => {
  localStorage.on = true;
  localStorage.none = null;
  localStorage.count = 12;
  localStorage.half = .5;
  localStorage.name = 'tab';
  localStorage.label = `tab ${tab.id}`;
  localStorage.both = 'tab ' + tab.id;
  localStorage.url = tab.url;
  localStorage.sum = tab.id + tab.index;
  localStorage.pick = tab.active ? 'yes' : 'no';
  localStorage.list = JSON.stringify([tab.id]);
  localStorage.tab = JSON.stringify(tab);
  localStorage.setItem('last', undefined);
  console.log(localStorage.on === 'true');
});
