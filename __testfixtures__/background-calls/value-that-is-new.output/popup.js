document.getElementById('button').onclick = async () => {
  const { width, names } = await chrome.runtime.sendMessage({
    type: 'background/getSizes'
  });
  document.title = `${width} ${names.length}`;
};
