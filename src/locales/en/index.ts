import attendance from './attendance.json' with { type: 'json' };
import shared from './shared.json' with { type: 'json' };
import sync from './sync.json' with { type: 'json' };

export default { attendance, shared, sync };
