const emitter = { addEventListener() {} };
emitter.addEventListener('unload', () => {});
const settings = { onSuspend: { addListener() {} } };
settings.onSuspend.addListener(() => {});
