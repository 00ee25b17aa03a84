function get(u, cb) { var x = new XMLHttpRequest(); x.open('GET', u); x.onload = function () { cb(x.responseText); }; x.send(); }
chrome.runtime.onMessage.addListener((m) => get(m.url, console.log))
const load = () => {
  const x = new XMLHttpRequest()
  x.open('GET', 'https://example.com/a')
  x.responseType = 'blob'
  x.onload = () => {
    const response = x.response
    console.log(response.size, x.status)
  }
  x.send()
}
chrome.alarms.onAlarm.addListener(load)
