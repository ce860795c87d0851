/**
 * Four letters of every word by which a line can tell of a failure that has no status: the codes
 * of system calls, the phrases of clients and the words of Lusha's own messages. Written in lower
 * case, found in any case. A test holds this list against the phrases and codes themselves.
 */
export const NEEDLES: readonly string[] = [
  // System codes: ECONN…, ENOTFOUND, EAI_…, ETIMEDOUT, EPIPE, EHOST…, ENET…, EADDR…, EACCES, EPERM
  'econ', 'otfo', 'eai_', 'imed', 'epip', 'ehos', 'enet', 'eadd', 'eacc', 'eper', 'enod', 'enon',
  'eser', 'eref', 'etim', 'esoc', 'epro', 'enot', 'hpe_', 'erro',
  // undici, Node, OpenSSL, curl: UND_ERR_…, ERR_…, CERT_…, certificate, SSL…
  '_err', 'err_', 'cert', 'unab', 'ssl_', 'ssl ', 'x509', 'pkix', 'hand', 'self', 'crl_', 'inva',
  'path', 'host', 'gned', 'untr', 'part', 'time', 'depe', 'tls ',
  // What happened: refused, reset, closed, timed out, unreachable, denied, failed, exceeded, aborted
  'efus', 'y pe', 'rese', 'hang', 'imeo', 'reac', 'enie', 'fail', 'xcee', 'abor', 'clos', 'reso',
  'such', 'know', 'prem', 'disc', 'trav', 'cann', 'bloc', 'forb', 'expi', 'mism', 'malf', 'over',
  ' eof', 'unre', 'bad ', 'badr', 'inco', 'ende', 'weir', 'pars', 'head', 'char', 'byte', 'enco',
  'deco', 'proc', 'prox', 'tunn', 'ferr', 'hort', 'alte', 'matc', 'vali', 'veri', 'wron', 'reco',
  'gave', 'unsu', 'fram', 'pack', 'prot', 'ciph', 'alte', 'nder', 'name', 'addr', 'serv', 'term',
  // Lusha's messages: unauthorized, quota, limit, credits, plan, key, retired
  'naut', 'quot', 'cred', 'paym', 'inac', 'plan',
];
