import attendance from './attendance.json' with { type: 'json' };
import desk from './desk.json' with { type: 'json' };
import notices from './notices.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import reporting from './reporting.json' with { type: 'json' };
import shared from './shared.json' with { type: 'json' };
import sync from './sync.json' with { type: 'json' };

export default { attendance, desk, notices, people, reporting, shared, sync };
