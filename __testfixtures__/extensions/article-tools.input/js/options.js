store.get(function (items) {
  util.byId('width').value = items.width
  util.byId('theme').value = items.theme
  util.byId('count').textContent = Object.keys(items.readings).length + ' pages known'
})

util.byId('width').addEventListener('change', function () {
  chrome.storage.local.set({ width: Number(this.value) })
})
util.byId('theme').addEventListener('change', function () {
  chrome.storage.local.set({ theme: this.value })
})

// What is open now is shown in bold.
chrome.runtime.getBackgroundPage(function (page) {
  var open = Object.keys(page.reading).length
  if (open > 0) util.byId('count').textContent += ', ' + open + ' open'
})
