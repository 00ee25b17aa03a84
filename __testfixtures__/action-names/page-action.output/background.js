switch (command) {
  case '_execute_action':
    console.log(chrome.runtime.getManifest().action.default_title);
}
var command;
