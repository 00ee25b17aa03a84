document.getElementById('button').onclick = async () => {
  console.log('clicked')
  ;(await chrome.runtime.sendMessage({ type: 'background/getText' })).split(',').forEach((item) => console.log(item))
}
