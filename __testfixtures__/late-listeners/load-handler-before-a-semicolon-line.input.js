hello()
window.addEventListener('load', init)
;['first', 'second'].forEach((name) => console.log(name))
function hello () {
  console.log('hello')
}
function init () {
  chrome.tabs.onUpdated.addListener((id) => {
    console.log(id)
  })
}
