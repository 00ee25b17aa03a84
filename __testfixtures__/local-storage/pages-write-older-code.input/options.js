'use strict';

function save() {
  if (document.getElementById('all').checked)
    localStorage['muted-sites'] = '.';
  else
    delete localStorage['muted-sites'];
}

window.onload = function() {
  document.getElementById('all').checked = localStorage['muted-sites'] == '.';
  document.getElementById('all').onclick = save;
};
