const bg = chrome.extension.getBackgroundPage()
document.getElementById('button').onclick = () => {
  console.log('clicked')
  bg.getText().split(',').forEach((item) => console.log(item))
}
