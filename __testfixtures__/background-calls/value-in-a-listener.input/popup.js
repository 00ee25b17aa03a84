const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  if (bg.isOn()) {
    document.title = `${bg.isOn()}`;
  }
  bg.switchOff();
  const now = bg.isOn();
  console.log(!bg.isOn(), now);
};
