browser.runtime.onMessage.addListener((message, sender) => {
  if (sender.url.endsWith('_generated_background_page.html')) console.log(message);
});
