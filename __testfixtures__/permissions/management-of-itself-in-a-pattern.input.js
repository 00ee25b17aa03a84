{
  const { management, runtime: { onInstalled } } = chrome;
  onInstalled.addListener(() => {
    management.getSelf(({ installType }) => console.log(installType));
  });
}
