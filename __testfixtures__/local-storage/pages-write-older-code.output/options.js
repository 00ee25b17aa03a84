'use strict';

function storeItems() {
  chrome.storage.local.set({ pageItems: { 'muted-sites': localStorage['muted-sites'] } });
}
storeItems();

function save() {
  if (document.getElementById('all').checked) {
    localStorage['muted-sites'] = '.';
    storeItems();
  }
  else {
    delete localStorage['muted-sites'];
    storeItems();
  }
}

window.onload = function() {
  document.getElementById('all').checked = localStorage['muted-sites'] == '.';
  document.getElementById('all').onclick = save;
};
