browser.runtime.onMessage.addListener(async (message) => {
  const div = document.createElement('div');
  div.textContent = message.text;
  const url = URL.createObjectURL(new Blob([message.text]));
  const image = await load(url);
  URL.revokeObjectURL(url);
  return image.width;
});

function load(url) {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.src = url;
  });
}
