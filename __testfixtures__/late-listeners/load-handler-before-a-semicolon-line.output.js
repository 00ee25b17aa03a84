const names = new Set()
names.add('zero')
;['first', 'second'].forEach((name) => names.add(name))
function init () {
  chrome.tabs.onUpdated.addListener((id) => {
    console.log(id, names.size)
  })
}

init()
