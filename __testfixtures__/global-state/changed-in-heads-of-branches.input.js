let visits = 0;
let pending = 0;
const open = new Set();

function color(id) {
  switch (visits++ % 3) {
    case 0: return open.add(id).size > 2 ? 'red' : 'orange';
    case 1:
      return 'yellow';
  }
  if (open.size > 5) return 'blue';
  else if (open.delete(id)) return 'green';
  return visits > 9 && --pending === 0 ? 'white' : 'grey';
}

chrome.tabs.onCreated.addListener(({ id }) => {
  if (!--pending) {
    console.log('none left');
  }
  if (id > 1 && open.delete(id)) console.log('again', id);
  chrome.browserAction.setBadgeBackgroundColor({ color: color(id) });
});
chrome.tabs.onRemoved.addListener(({ id }) => {
  if ((pending += 2) > 4) console.log('many', pending);
});
