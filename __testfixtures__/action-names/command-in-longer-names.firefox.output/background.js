const defaults = {
  "hotkey._execute_browser_action": "",
  "hotkey.reload": "",
  "not_execute_browser_actions": 1,
  [`key:_execute_browser_action:${navigator.language}`]: 2,
};
for (const key of Object.keys(defaults)) {
  const [, name] = key.split(".");
  if (name) browser.commands.update({ name, shortcut: defaults[key] });
}
browser.commands.onCommand.addListener((name) => {
  if (name === "_execute_action") console.log(name);
});
