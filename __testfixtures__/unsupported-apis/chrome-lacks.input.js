browser.proxy.onRequest.addListener(() => {}, { urls: ["<all_urls>"] });
browser.commands.onCommand.addListener(() => {
  browser.sidebarAction.open();
  browser.sidebarAction.close();
});
async function tint(theme) {
  try {
    await browser.theme.update(theme);
  } catch (error) {
    console.error(error);
  }
}
const { query } = browser.contextualIdentities;
tint(query);
