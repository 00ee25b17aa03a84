document.getElementById('button').onclick = async () => {
  if (await chrome.runtime.sendMessage({ type: 'background/isOn' })) {
    document.title = `${await chrome.runtime.sendMessage({
      type: 'background/isOn'
    })}`;
  }
  chrome.runtime.sendMessage({ type: 'background/switchOff' });
  const now = await chrome.runtime.sendMessage({ type: 'background/isOn' });
  console.log(!await chrome.runtime.sendMessage({ type: 'background/isOn' }), now);
};
