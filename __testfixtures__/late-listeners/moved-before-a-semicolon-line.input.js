const names = new Set()
chrome.storage.local.get('label', ({ label }) => {
  chrome.tabs.onUpdated.addListener((id) => console.log(label, id, names.size))
})
;['first', 'second'].forEach((name) => names.add(name))
