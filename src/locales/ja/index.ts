import lessons from './lessons.json' with { type: 'json' };
import shared from './shared.json' with { type: 'json' };

export default { lessons, shared };
