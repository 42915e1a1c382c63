const SIZES = { 16: 'size-4 text-[8px]', 20: 'size-5 text-[9px]', 24: 'size-6 text-[10px]', 32: 'size-8 text-meta' };

/** The one other origin that the content policy lets pictures come from. */
const PICTURES = 'https://avatars.githubusercontent.com/';

interface AvatarProps {
  login: string;
  url: string | null;
  size?: keyof typeof SIZES;
}

/** A person or an organization. The login stands beside it, so the picture says nothing more. */
export function Avatar({ login, url, size = 20 }: AvatarProps) {
  if (url?.startsWith(PICTURES)) {
    return <img src={url} alt="" width={size} height={size} className={`${SIZES[size]} shrink-0 rounded-full`} />;
  }
  return (
    <span
      aria-hidden="true"
      className={`${SIZES[size]} grid shrink-0 place-items-center rounded-full bg-selected font-semibold text-text uppercase`}
    >
      {login.slice(0, 2)}
    </span>
  );
}
