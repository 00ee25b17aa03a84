const log = (...args) => console.log(...args)
chrome.storage.local.get('label', ({ label }) => {
  chrome.tabs.onUpdated.addListener((id) => log(label, id))
})
;['first', 'second'].forEach((name) => log(name))
