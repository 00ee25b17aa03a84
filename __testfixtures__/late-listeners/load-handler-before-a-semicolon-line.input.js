const names = new Set()
names.add('zero')
window.addEventListener('load', init)
;['first', 'second'].forEach((name) => names.add(name))
function init () {
  chrome.tabs.onUpdated.addListener((id) => {
    console.log(id, names.size)
  })
}
