function get(u, cb) { fetch(u).then((response) => response.text()).then((text) => {
  cb(text);
}); }
chrome.runtime.onMessage.addListener((m) => get(m.url, console.log))
const load = () => {
  fetch('https://example.com/a').then(async (answer) => {
    const blob = await answer.blob()
    const response = blob
    console.log(response.size, answer.status)
  })
}
chrome.alarms.onAlarm.addListener(load)
